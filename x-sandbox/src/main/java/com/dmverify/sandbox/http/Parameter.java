package com.dmverify.sandbox.http;

/** A decoded parameter of a query or form. */
public record Parameter(String name, String value) {}
