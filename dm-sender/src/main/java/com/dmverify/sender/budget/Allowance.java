package com.dmverify.sender.budget;

/**
 * Whose budget, and how large it is.
 *
 * @param app names the X app; accounts of one app share its daily window
 * @param account names the sending account
 */
public record Allowance(String app, String account, Limits limits) {}
