package com.dmverify.sandbox.v2;

import com.dmverify.sandbox.error.ApiException;
import com.dmverify.sandbox.http.Call;
import com.dmverify.sandbox.person.Ids;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Reads the query parameters of v2. */
public final class V2Parameters {

    private V2Parameters() {}

    public static Set<String> list(Call call, String name) {
        return call.query()
                .first(name)
                .map(value -> (Set<String>) new LinkedHashSet<>(Arrays.asList(value.split(",", -1))))
                .orElse(Set.of());
    }

    public static int number(Call call, String name, int usual, int most) {
        String text = call.query().first(name).orElse(Integer.toString(usual));
        long number = Ids.parse(text).orElse(-1);
        if (number < 1 || number > most) {
            throw ApiException.invalid(
                    name, text, "The `" + name + "` query parameter value [" + text + "] is not between 1 and " + most);
        }
        return (int) number;
    }

    public static ApiException notValid(String pathVariable, String value) {
        return ApiException.invalid(
                pathVariable, value, "The `" + pathVariable + "` path parameter value [" + value + "] is not valid");
    }

    public static List<Long> without(List<Long> ids, long id) {
        return ids.stream().filter(other -> other != id).toList();
    }
}
