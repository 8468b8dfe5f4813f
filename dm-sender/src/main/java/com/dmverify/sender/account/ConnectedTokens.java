package com.dmverify.sender.account;

import com.dmverify.connections.token.AccountTokens;
import com.dmverify.connections.token.NotConnectedException;
import com.dmverify.x.NotAuthorizedException;
import com.dmverify.x.TokenSource;

/** The tokens of an account that an operator connected, as the client of X asks for them. */
record ConnectedTokens(AccountTokens tokens, String account) implements TokenSource {

    @Override
    public String token() {
        try {
            return tokens.accessToken(account);
        } catch (NotConnectedException e) {
            throw e.needsAnOperator() ? new NotAuthorizedException(e.getMessage() + "; connect it at /connections") : e;
        }
    }

    @Override
    public boolean refused(String token) {
        return tokens.rejected(account, token);
    }
}
