package com.dmverify.sender.budget;

/**
 * Whose budget, for what, and how large it is.
 *
 * @param app names the X app; accounts of one app share its daily window
 * @param account names the account that calls
 */
public record Allowance(String app, String account, Use use, Limits limits) {}
