/** Makes records that no reader can process and sends them to every topic that a service reads. */
@NullMarked
package com.dmverify.guarantees.poison;

import org.jspecify.annotations.NullMarked;
