package com.dmverify.sender.send;

import com.dmverify.codes.OneTimeCode;
import com.dmverify.sender.account.Account;
import com.dmverify.sender.order.Order;

/**
 * One attempt to carry out an order.
 *
 * @param attempt the number of this attempt, from 1
 */
record SendRequest(Order order, Account account, OneTimeCode code, int attempt) {}
