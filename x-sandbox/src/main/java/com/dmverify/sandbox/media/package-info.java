/** Pictures for DMs: uploaded in either apiVersion's way, kept as facts only. */
@NullMarked
package com.dmverify.sandbox.media;

import org.jspecify.annotations.NullMarked;
