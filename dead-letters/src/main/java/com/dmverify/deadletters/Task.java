package com.dmverify.deadletters;

import com.dmverify.deadletters.letter.Criteria;
import com.dmverify.deadletters.letter.Position;
import java.util.List;

/** What to do. */
sealed interface Task {

    /** Say how the command is used. */
    record Help() implements Task {}

    /** One line for each. */
    record ListLetters(Criteria criteria) implements Task {}

    /** One of them whole; {@code withTexts}: with what people wrote in messages. */
    record ShowLetter(Position position, boolean withTexts) implements Task {}

    /**
     * Write them back.
     *
     * @param criteria which ones, if none is named
     * @param named which ones; may be empty
     * @param execute false: only say what would go where
     * @param again also those that were written back before
     */
    record ReplayLetters(Criteria criteria, List<Position> named, boolean execute, boolean again) implements Task {

        public ReplayLetters {
            named = List.copyOf(named);
        }
    }
}
