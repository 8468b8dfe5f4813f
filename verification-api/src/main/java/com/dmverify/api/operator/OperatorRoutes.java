package com.dmverify.api.operator;

import static org.springframework.web.reactive.function.server.RouterFunctions.route;

import com.dmverify.api.erase.ExportPerson;
import com.dmverify.api.optout.ListOptOuts;
import com.dmverify.api.optout.OperateOptOut;
import com.dmverify.api.store.DamagedVerifications;
import com.dmverify.api.store.VerificationStore;
import com.dmverify.api.switches.ChangeSwitch;
import com.dmverify.api.tenant.Accounts;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.context.annotation.Bean;
import org.springframework.web.reactive.function.server.RouterFunction;
import org.springframework.web.reactive.function.server.ServerResponse;

/**
 * The routes {@code /operator/…} of the management port. Spring Boot imports this class into the context of that port; it has
 * no stereotype of its own, because a component scan would also add the routes to the public port. In a process with other
 * services, their management contexts import it too, and leave it out.
 */
@ConditionalOnBean(DamagedVerifications.class)
final class OperatorRoutes {

    @Bean
    RouterFunction<ServerResponse> quarantineRoutes(DamagedVerifications damaged, VerificationStore store) {
        QuarantineHandler quarantine = new QuarantineHandler(damaged, store);
        return route().path(
                        "/operator/quarantine",
                        routes -> routes.GET("", quarantine::list)
                                .GET("/{id}", quarantine::show)
                                .POST("/{id}/end", quarantine::end))
                .filter(new OperatorFilter())
                .build();
    }

    @Bean
    RouterFunction<ServerResponse> operatorRoutes(
            ChangeSwitch changeSwitch,
            ListOptOuts listOptOuts,
            OperateOptOut operateOptOut,
            Accounts accounts,
            ExportPerson exportPerson) {
        SwitchHandler switches = new SwitchHandler(changeSwitch);
        OptOutHandler optOuts = new OptOutHandler(listOptOuts, operateOptOut, accounts);
        ExportHandler exports = new ExportHandler(exportPerson);
        return route().GET("/operator/switches", switches::list)
                .POST("/operator/switches", switches::change)
                .GET("/operator/opt-outs", optOuts::list)
                .POST("/operator/opt-outs", optOuts::change)
                .POST("/operator/export", exports::export)
                .filter(new OperatorFilter())
                .build();
    }
}
