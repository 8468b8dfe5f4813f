package com.dmverify.guarantees.plan;

import com.dmverify.guarantees.deployment.Brand;
import java.util.List;

/**
 * A person to verify.
 *
 * @param number counted from 0, in the order of the starts
 * @param brand whose platform starts the verification
 * @param byUserId whether the target is the numeric id instead of the handle
 * @param faults of X that concern this person
 */
public record Person(int number, Persona persona, Brand brand, boolean byUserId, List<XFault> faults) {

    public Person {
        faults = List.copyOf(faults);
    }

    public String handle() {
        return "person" + number;
    }
}
