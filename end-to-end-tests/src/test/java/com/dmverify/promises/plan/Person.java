package com.dmverify.promises.plan;

import com.dmverify.promises.stage.Brand;
import java.util.List;

/**
 * Somebody who is going to be verified.
 *
 * @param number from 0, in the order in which they ask
 * @param brand that they ask
 * @param byUserId the platform knows their id and not only their handle
 * @param troubles that X will have with messages to them
 */
public record Person(int number, Persona persona, Brand brand, boolean byUserId, List<Trouble> troubles) {

    public Person {
        troubles = List.copyOf(troubles);
    }

    public String handle() {
        return "person" + number;
    }
}
