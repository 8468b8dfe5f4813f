/**
 * Normalises and checks text from outside: codes and handles that people type, texts of platforms, replies. JDK only.
 */
@NullMarked
package com.dmverify.text;

import org.jspecify.annotations.NullMarked;
