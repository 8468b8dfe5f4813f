package com.dmverify.sender.order;

/**
 * What at most one visible message exists for.
 *
 * @param verificationId {@code ver_…}
 * @param dispatch counts up from 1 with every order for the verification
 */
public record DispatchId(String verificationId, int dispatch) {

    /** Refuses an empty id and a dispatch below 1 with {@link IllegalArgumentException}. */
    public DispatchId {
        if (verificationId.isBlank()) {
            throw new IllegalArgumentException("the verification id is empty");
        }
        if (dispatch < 1) {
            throw new IllegalArgumentException("dispatches count from 1, not " + dispatch);
        }
    }

    @Override
    public String toString() {
        return verificationId + "." + dispatch;
    }
}
