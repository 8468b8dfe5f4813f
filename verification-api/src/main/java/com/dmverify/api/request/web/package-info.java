/** The REST resources of verifications: start, read, list, resend, cancel. */
@NullMarked
package com.dmverify.api.request.web;

import org.jspecify.annotations.NullMarked;
