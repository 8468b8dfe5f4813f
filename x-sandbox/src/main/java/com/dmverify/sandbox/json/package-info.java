/** Makes the JSON of users and messages in the formats of both API versions. */
@NullMarked
package com.dmverify.sandbox.json;

import org.jspecify.annotations.NullMarked;
