/** The content of v1.1 messages: text, quick replies, buttons, attachments. */
@NullMarked
package com.dmverify.x.dm.content;

import org.jspecify.annotations.NullMarked;
