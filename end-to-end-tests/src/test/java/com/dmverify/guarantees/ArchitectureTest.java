package com.dmverify.guarantees;

import com.dmverify.local.testing.ArchitectureRules;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

@AnalyzeClasses(packages = {"com.dmverify.guarantees", "com.dmverify.scenarios", "com.dmverify.xcontract"})
class ArchitectureTest {

    @ArchTest
    static final ArchRule noDefaultLocale = ArchitectureRules.NO_DEFAULT_LOCALE;

    @ArchTest
    static final ArchRule noPackageCycles = ArchitectureRules.noPackageCycles("com.dmverify.guarantees");
}
