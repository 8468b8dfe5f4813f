package com.dmverify.sender.echo;

class InMemorySentEchoesTest extends SentEchoesContract {

    private final SentEchoes echoes = new InMemorySentEchoes();

    @Override
    SentEchoes echoes() {
        return echoes;
    }
}
