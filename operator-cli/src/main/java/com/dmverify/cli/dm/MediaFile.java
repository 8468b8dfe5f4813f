package com.dmverify.cli.dm;

import static com.dmverify.cli.x.XAnswers.value;

import com.dmverify.cli.terminal.CommandFailedException;
import com.dmverify.x.XClient;
import com.dmverify.x.media.Category;
import com.dmverify.x.media.UploadedMedia;
import com.dmverify.x.media.UploadedMedia.Processing;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;

/** A file that is uploaded for one message. */
final class MediaFile {

    /** X's pages on media upload recommend segments of at most 5 MB. */
    private static final int SEGMENT = 4 << 20;

    /** X processes a video within a minute or two. */
    private static final Duration LONGEST_PROCESSING = Duration.ofMinutes(5);

    private static final Duration PAUSE = Duration.ofSeconds(1);

    private static final Map<String, Map.Entry<Category, String>> TYPES = Map.of(
            "jpg", Map.entry(Category.DM_IMAGE, "image/jpeg"),
            "jpeg", Map.entry(Category.DM_IMAGE, "image/jpeg"),
            "png", Map.entry(Category.DM_IMAGE, "image/png"),
            "webp", Map.entry(Category.DM_IMAGE, "image/webp"),
            "gif", Map.entry(Category.DM_GIF, "image/gif"),
            "mp4", Map.entry(Category.DM_VIDEO, "video/mp4"));

    private final Path file;
    private final Category category;
    private final String type;

    /** Describes a file by its name. */
    MediaFile(Path file) {
        String name = String.valueOf(file.getFileName()).toLowerCase(Locale.ROOT);
        var known = TYPES.get(name.substring(name.lastIndexOf('.') + 1));
        if (known == null || !Files.isReadable(file)) {
            throw new CommandFailedException("'" + file + "' is not a readable .jpg, .png, .webp, .gif or .mp4 file.");
        }
        this.file = file;
        category = known.getKey();
        type = known.getValue();
    }

    /** Uploads it and waits for X's processing. Returns X's id of the media. */
    String upload(XClient client, boolean v1) {
        try (InputStream bytes = Files.newInputStream(file)) {
            return v1 ? inV1(client, bytes) : inV2(client, bytes);
        } catch (IOException e) {
            throw new CommandFailedException("The file " + file + " cannot be read.", e);
        } catch (IllegalArgumentException e) {
            throw new CommandFailedException("The file " + file + " is too large: " + e.getMessage() + ".", e);
        }
    }

    private String inV2(XClient client, InputStream bytes) throws IOException {
        var media = client.mediaUpload();
        if (category == Category.DM_IMAGE) {
            return value(media.upload(category, type, bytes.readAllBytes())).id();
        }
        String id = value(media.initialize(category, type, Files.size(file))).id();
        int segment = 0;
        for (byte[] piece = bytes.readNBytes(SEGMENT); piece.length > 0; piece = bytes.readNBytes(SEGMENT)) {
            value(media.append(id, segment++, piece));
        }
        UploadedMedia state = value(media.complete(id));
        for (long end = end(); isProcessed(state, end); ) {
            state = value(media.status(id));
        }
        return id;
    }

    private String inV1(XClient client, InputStream bytes) throws IOException {
        var media = client.legacyMediaUpload();
        String id =
                value(media.initialize(category, type, Files.size(file), false)).id();
        int segment = 0;
        for (byte[] piece = bytes.readNBytes(SEGMENT); piece.length > 0; piece = bytes.readNBytes(SEGMENT)) {
            value(media.append(id, segment++, piece));
        }
        UploadedMedia state = value(media.complete(id));
        for (long end = end(); isProcessed(state, end); ) {
            state = value(media.status(id));
        }
        return id;
    }

    private static long end() {
        return System.nanoTime() + LONGEST_PROCESSING.toNanos();
    }

    /** Whether X still works on it; waits as long as X says. */
    private static boolean isProcessed(UploadedMedia media, long end) {
        Processing processing = media.processing();
        if (processing == null || processing.state().equals("succeeded")) {
            return false;
        }
        if (processing.state().equals("failed") || System.nanoTime() > end) {
            throw new CommandFailedException("X could not process the file: its state is " + processing.state() + ".");
        }
        Duration pause = processing.checkAfter();
        LockSupport.parkNanos((pause == null ? PAUSE : pause).toNanos());
        return true;
    }
}
