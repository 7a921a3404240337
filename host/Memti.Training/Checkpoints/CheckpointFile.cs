using System.Buffers.Binary;
using System.Security.Cryptography;
using Memti.Abstractions.Diagnostics;
using Memti.Documents.Files;

namespace Memti.Training.Checkpoints;

/// <summary>
/// Reads and writes checkpoint files: 8 bytes <c>MEMTICKP</c>, 4 bytes version (1), 8 bytes payload length, 32 bytes SHA-256 of the
/// identity, 32 bytes SHA-256 of the payload, then the payload. Numbers are little-endian. A file is written under another name and
/// renamed, so that a complete one always exists.
/// </summary>
public static class CheckpointFile
{
    private const int Version = 1;
    private const int HashBytes = 32;
    private const int HeaderBytes = 20 + (2 * HashBytes);

    private static ReadOnlySpan<byte> Magic => "MEMTICKP"u8;

    /// <summary>Writes a checkpoint.</summary>
    /// <exception cref="MemtiException"><see cref="DiagnosticCode.OutputUnwritable"/>.</exception>
    public static void Write(string file, Checkpoint checkpoint)
    {
        ArgumentNullException.ThrowIfNull(checkpoint);
        byte[] payload = CheckpointPayload.Write(checkpoint);
        byte[] header = new byte[HeaderBytes];
        Magic.CopyTo(header);
        BinaryPrimitives.WriteInt32LittleEndian(header.AsSpan(8), Version);
        BinaryPrimitives.WriteInt64LittleEndian(header.AsSpan(12), payload.Length);
        Convert.FromHexString(checkpoint.Identity.Sha256).CopyTo(header, 20);
        SHA256.HashData(payload, header.AsSpan(20 + HashBytes));
        // The hash of the payload detects a torn file, which a rename on some file systems does not rule out.
        WholeFile.Write(file, [.. header, .. payload]);
    }

    /// <summary>Reads the checkpoint of a run; null when the file does not exist.</summary>
    /// <exception cref="MemtiException"><see cref="DiagnosticCode.CheckpointDoesNotFit"/>: damaged, or of another run; the message states
    /// the differences.</exception>
    public static Checkpoint? Read(string file, RunIdentity identity)
    {
        ArgumentNullException.ThrowIfNull(identity);
        if (!File.Exists(file))
            return null;
        byte[] bytes = WholeFile.Read(file);
        if (bytes.Length < HeaderBytes || !bytes.AsSpan(0, 8).SequenceEqual(Magic))
            throw Refused(file, "it is no checkpoint");
        if (BinaryPrimitives.ReadInt32LittleEndian(bytes.AsSpan(8)) is var version && version != Version)
            throw Refused(file, FormattableString.Invariant($"it has version {version}, and version {Version} is read"));
        byte[] payload = bytes[HeaderBytes..];
        if (BinaryPrimitives.ReadInt64LittleEndian(bytes.AsSpan(12)) != payload.Length
            || !SHA256.HashData(payload).AsSpan().SequenceEqual(bytes.AsSpan(20 + HashBytes, HashBytes)))
            throw Refused(file, "it is damaged");
        Checkpoint checkpoint = Parse(file, payload);
        // The identity lies in the payload and in the header; a mismatch means that one of them was edited.
        if (!Convert.FromHexString(checkpoint.Identity.Sha256).AsSpan().SequenceEqual(bytes.AsSpan(20, HashBytes)))
            throw Refused(file, "it is damaged");
        return identity.Differences(checkpoint.Identity) is { Count: > 0 } differences
            ? throw Refused(file, $"it is of another run: {string.Join("; ", differences)}")
            : checkpoint;
    }

    /// <summary>Runs a step, and adds the file to its checkpoint errors.</summary>
    internal static void Explain(string file, Action step)
    {
        try
        {
            step();
        }
        catch (MemtiException error) when (error.Diagnostic is { Code: DiagnosticCode.CheckpointDoesNotFit, File: null })
        {
            throw new MemtiException(error.Diagnostic with { File = file }, error);
        }
    }

    private static Checkpoint Parse(string file, byte[] payload)
    {
        try
        {
            return CheckpointPayload.Read(payload);
        }
        catch (Exception error) when (error is IOException or InvalidDataException or FormatException)
        {
            throw Refused(file, "it is damaged");
        }
    }

    private static MemtiException Refused(string file, string why) =>
        new(
            new Diagnostic(
                DiagnosticCode.CheckpointDoesNotFit,
                $"the checkpoint cannot be gone on from: {why}. --restart begins anew; --checkpoint names another file.")
            { File = file });
}
