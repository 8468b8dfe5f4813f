/** What a v1.1 message can say: text, answers to tap, buttons, attachments. */
@NullMarked
package com.dmverify.x.dm.content;

import org.jspecify.annotations.NullMarked;
