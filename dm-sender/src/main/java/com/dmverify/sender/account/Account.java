package com.dmverify.sender.account;

import com.dmverify.sender.budget.Allowance;
import com.dmverify.x.UserId;

/**
 * An X account that we send with.
 *
 * @param name in the configuration and in the events
 * @param brand as the reader of a message knows the sender
 * @param userId X's id of the account itself: who wrote, in a conversation
 * @param breaker open while X lets the account send nothing
 */
public record Account(String name, String brand, UserId userId, Allowance allowance, XDoors x, Breaker breaker) {}
