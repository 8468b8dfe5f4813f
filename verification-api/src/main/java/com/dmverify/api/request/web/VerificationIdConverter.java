package com.dmverify.api.request.web;

import com.dmverify.api.problem.Unknown;
import com.dmverify.api.verification.VerificationId;
import org.springframework.core.convert.converter.Converter;
import org.springframework.stereotype.Component;

/** Reads the id in a path. What is no id is not found, like an id of nobody's. */
@Component
class VerificationIdConverter implements Converter<String, VerificationId> {

    @Override
    public VerificationId convert(String source) {
        try {
            return new VerificationId(source);
        } catch (IllegalArgumentException e) {
            throw Unknown.verification();
        }
    }
}
