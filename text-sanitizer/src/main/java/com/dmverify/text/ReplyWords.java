package com.dmverify.text;

/**
 * The phrases that are keywords, in every language of our messages; separated by commas and lines. English has the
 * words of the FCC's rule on revoking consent (47 CFR 64.1200(a)(10), in force since April 2025): stop, quit, end,
 * revoke, opt out, cancel, unsubscribe. Affirmatives are those that carriers accept as an opt-in (START, YES, UNSTOP)
 * and similar ones.
 */
final class ReplyWords {

    static final String STOP = """
            stop, stop all, stopall, stop it, stop this, stop that, stop now, reply stop, no stop, stopped, stpo, sotp
            stop sending, stop sending me messages, stop sending messages, stop sending me these, stop sending this
            stop messaging me, stop messaging, stop texting me, stop contacting me, stop writing me, stop writing to me
            stop dming me, stop dm, stop dms, stop messages, stop spamming, stop spamming me, stop bothering me
            quit, end, revoke, revoke consent, i revoke my consent, opt out, optout, opt me out, cancel, cancel all
            unsubscribe, unsubscribe me, unsub, unsuscribe, remove, remove me, take me off, delete me
            no more, no more messages, no more dms, no more texts, leave me alone, go away
            dont message me, do not message me, dont contact me, do not contact me, dont write to me, do not write to me
            dont text me, do not text me, dont dm me, do not dm me, dont send me messages, do not send me messages
            never message me again, never contact me again, i want to stop, i want to opt out, i want to unsubscribe
            i wish to opt out, i would like to opt out, id like to opt out, id like to unsubscribe
            stopp, stoppen, stopp das, abmelden, abbestellen, widerruf, widerrufen, ich widerrufe, aufhören, hör auf
            hören sie auf, hört auf, schluss, ende, beenden, kündigen, abbrechen, austragen, keine nachrichten mehr
            keine weiteren nachrichten, schreib mir nicht mehr, schreibt mir nicht mehr, schreiben sie mir nicht mehr
            lass mich in ruhe, lasst mich in ruhe, lassen sie mich in ruhe
            arrêt, arrêter, arrête, arrêtez, arrêtez ça, stopper, stoppez, désabonner, désabonnement, se désabonner
            désabonnez moi, me désabonner, désinscrire, désinscription, désinscrivez moi, résilier, révoquer, annuler
            fin, plus de messages, plus de message, plus aucun message, ne mécrivez plus, ne mécris plus
            laissez moi tranquille, laisse moi tranquille
            para, parar, pare, paren, basta, alto, baja, dar de baja, darme de baja, dame de baja, deme de baja, detener
            detente, detenga, deténganse, cancelar, cancela, cancele, revocar, desuscribir, desuscribirme, anular
            terminar, fin, no más, no más mensajes, no quiero más mensajes, no me escribas más, no me escriban más
            déjame en paz, déjenme en paz, salir, ya basta
            ferma, fermati, fermatevi, fermare, smettila, smettetela, smetti, annulla, annullare, cancella, cancellami
            disiscrivi, disiscrivimi, disiscriviti, disiscrizione, disdire, disdici, revoca, revocare, termina
            niente più messaggi, basta messaggi, non scrivermi più, non scrivetemi più, lasciami in pace
            lasciatemi in pace
            parem, chega, sair, cancelar inscrição, descadastrar, descadastrar me, me descadastre, desinscrever, remover
            me remova, remova me, revogar, encerrar, fim, não quero mais mensagens, não quero receber mensagens
            não quero mais receber mensagens, sem mais mensagens, não me escreva mais, não me mande mais mensagens
            pare de enviar mensagens, pare de me enviar mensagens, me deixe em paz, me deixa em paz
            dur, durdur, durdurun, bırak, bırakın, yeter, iptal, iptal et, iptal edin, ret, çık, çıkış, çıkar
            beni çıkar, beni çıkarın, abonelikten çık, abonelikten çıkmak istiyorum, bitir, mesaj istemiyorum
            mesaj atma, mesaj atmayın, mesaj göndermeyin, yazmayın, bana yazmayın, beni rahat bırakın
            停止, ストップ, stopです, 配信停止, 受信拒否, 受信停止, 解除, 配信解除, 登録解除, 退会, 中止, 終了, キャンセル, 取消, 取り消し, 撤回
            やめて, やめろ, 止めて, とめて, やめてください, 止めてください, 停止してください, 中止してください, 解除してください
            停止お願いします, 停止希望, 配信停止希望, 配信停止してください, もう送らないで, もう送らないでください, 送らないで, 送らないでください
            連絡しないで, 連絡しないでください
            """;

    static final String NO = """
            no, nope, nah, not me, no not me, wasnt me, was not me, it wasnt me, it was not me, it isnt me, it is not me
            its not me, this wasnt me, this was not me, that wasnt me, that was not me, this isnt me, this is not me
            thats not me, that is not me, not mine, wrong person, wrong account, wrong user, not interested
            im not interested, i am not interested, i didnt do this, i did not do this, i didnt do that, i did not do that
            i didnt request this, i did not request this, i didnt request that, i did not request that
            i didnt request it, i did not request it, i didnt request a code, i did not request a code
            i didnt ask for this, i did not ask for this, i didnt ask for it, i did not ask for it
            i didnt ask for that, i did not ask for that, i never asked for this, i never requested this
            i have not requested this, i havent requested this
            nein, nee, nö, ich nicht, ich war es nicht, ich wars nicht, das war ich nicht, ich war das nicht, war ich nicht
            das bin ich nicht, bin ich nicht, nicht ich, falsche person, falscher account, kein interesse
            das habe ich nicht angefordert, habe ich nicht angefordert, ich habe das nicht angefordert
            ich habe nichts angefordert, ich habe keinen code angefordert
            non, pas moi, non pas moi, ce nétait pas moi, cétait pas moi, ce nest pas moi, cest pas moi, mauvaise personne
            pas intéressé, pas intéressée, je nai rien demandé, jai rien demandé, je nai pas demandé ça
            je nai pas demandé cela, je nai pas demandé de code
            no fui yo, yo no fui, no he sido yo, no soy yo, no era yo, persona equivocada, cuenta equivocada
            no me interesa, no lo pedí, yo no lo pedí, no pedí esto, no he pedido esto, no lo he pedido
            no lo solicité, no pedí ningún código
            no non sono stato io, non sono stato io, non sono stata io, non ero io, non sono io, io no, persona sbagliata
            account sbagliato, non mi interessa, non lho chiesto, non lho chiesto io, non ho chiesto niente
            non ho richiesto nulla, non ho richiesto questo codice
            não, não fui eu, não era eu, não sou eu, eu não, pessoa errada, conta errada, não tenho interesse
            não pedi, não pedi isso, eu não pedi isso, não solicitei, não solicitei isso, não pedi código
            hayır, yok, ben değilim, ben değildim, o ben değilim, bu ben değilim, ben yapmadım, ben istemedim
            bunu ben istemedim, ben talep etmedim, istemiyorum, yanlış kişi, yanlış hesap, ilgilenmiyorum
            いいえ, noです, いや, いいや, 違う, 違います, ちがう, ちがいます, 私じゃない, 私じゃないです, 私ではない, 私ではないです, 私ではありません
            私じゃありません, 自分じゃない, 自分ではない, 自分ではありません, 僕じゃない, 俺じゃない, 心当たりがない, 心当たりがありません
            心当たりはありません, 心当たりない, 心当たりありません, お心当たりがない, 身に覚えがない, 身に覚えがありません, 身に覚えがないです
            人違い, 人違いです, 結構です, 要りません, いりません, 頼んでいません, 依頼していません
            """;

    static final String START = """
            start, unstop, yes, yes send, yes send it, yes its me, yes it is me, yes it was me, yes that was me, yes thats me
            yep, yeah, yup, its me, it is me, it was me, that was me, thats me, that is me, resume, subscribe, opt in, optin
            opt me in, send, send it, send code, send the code, send me the code, send me a code, send me my code, resend
            resend it, resend code, resend the code, start again, send again, send it again
            ja, ja ich bin es, ja ich bins, ich bin es, ich bins, das war ich, das bin ich, ja das war ich, ja das bin ich
            weiter, senden, sende, schick, schick den code, schick mir den code, code senden, code schicken, anmelden
            oui, oui cest moi, cest moi, cétait moi, reprendre, envoyer, envoyez, envoie, envoyez le code, envoie le code
            commencer, sabonner
            sí, sí soy yo, soy yo, fui yo, era yo, he sido yo, empezar, iniciar, comenzar, reanudar, enviar, envía, envíalo
            envíame el código, enviar código, envía el código
            sì sono io, sono io, sono stato io, sono stata io, ero io, inizia, iniziare, riprendi, invia, inviami il codice
            invia il codice, manda, manda il codice, mandami il codice
            sim, sim sou eu, sou eu, fui eu, era eu, começar, retomar, envie, enviar o código, envie o código
            me envie o código, me manda o código, manda o código
            evet, evet benim, benim, bendim, başla, başlat, devam, devam et, gönder, gönderin, kodu gönder, kodu gönderin
            はい, はい私です, 私です, 自分です, 本人です, はい本人です, 開始, スタート, 再開, 送って, 送ってください, 送信, 送信してください, 再送
            再送してください, コードを送って, コードを送ってください, コードを送信してください
            """;

    static final String COURTESY = """
            please, pls, plz, pleas, thanks, thank you, thankyou, thx, tnx, ty, cheers, sorry, hi, hello, hey, dear, sir, madam
            thank you very much, thanks a lot, many thanks, kindly, now, immediately, can you, could you, would you
            good morning, good evening, good day, bye, goodbye, regards, best regards, kind regards, thank u, guys, team
            bitte, danke, danke schön, dankeschön, vielen dank, besten dank, danke sehr, danke vielmals, hallo, hi, sofort
            guten tag, guten morgen, guten abend, tschüss, entschuldigung, sorry, mfg, lg, viele grüße, liebe grüße
            mit freundlichen grüßen
            sil vous plaît, sil te plaît, svp, stp, merci, merci beaucoup, bonjour, bonsoir, salut, désolé, désolée, pardon
            cordialement, au revoir
            por favor, porfavor, porfa, gracias, muchas gracias, hola, buenos días, buenas tardes, buenas noches, buenas
            perdón, disculpe, disculpa, saludos, un saludo, ya, adiós
            per favore, per piacere, grazie, grazie mille, tante grazie, ciao, buongiorno, buonasera, salve, scusa, scusi
            scusate, subito, saluti, cordiali saluti, arrivederci
            obrigado, obrigada, obg, muito obrigado, muito obrigada, olá, oi, bom dia, boa tarde, boa noite, desculpe
            desculpa, se faz favor, faz favor, pf, pfv, agora, tchau, atenciosamente
            lütfen, teşekkürler, teşekkür ederim, çok teşekkürler, sağol, sağolun, sağ ol, sağ olun, merhaba, selam
            iyi günler, iyi akşamlar, özür dilerim, hemen, artık
            お願いします, おねがいします, お願いいたします, お願い致します, お願い, ください, 下さい, ありがとう, ありがとうございます
            ありがとうございました, どうも, すみません, すいません, こんにちは, こんばんは, おはようございます, 申し訳ありません
            申し訳ございません, ごめんなさい, よろしくお願いします, よろしくお願いいたします
            """;

    private ReplyWords() {}
}
