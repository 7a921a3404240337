using System.Security.Cryptography;
using System.Text;
using Memti.Documents.Files;

namespace Memti.Documents.Nodes;

/// <summary>The text of a file with what identifies it.</summary>
/// <param name="Text">The text without a byte order mark.</param>
/// <param name="Sha256">SHA-256 of the bytes, in lower case hexadecimal digits.</param>
public sealed record SourceFile(string Text, string Sha256)
{
    private static readonly UTF8Encoding Strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <summary>Reads a file; null with the reason when it cannot be read, is too large or is no UTF-8 text.</summary>
    public static SourceFile? Read(string path, out string trouble)
    {
        try
        {
            if (PipeFile.IsEmptyOrPipe(path))
                return Of([], out trouble);
            using FileStream file = File.OpenRead(path);
            return Of(Limited(file), out trouble);
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException or ArgumentException or NotSupportedException)
        {
            trouble = failure is FileNotFoundException or DirectoryNotFoundException ? "it does not exist" : failure.Message.TrimEnd('.');
            return null;
        }
    }

    /// <summary>A text that is in no file.</summary>
    public static SourceFile? OfText(string text, out string trouble) => Of(Encoding.UTF8.GetBytes(text), out trouble);

    private static SourceFile? Of(byte[] bytes, out string trouble)
    {
        trouble = "";
        try
        {
            if (bytes.Length <= DocumentLimits.Bytes)
                return new SourceFile(Strict.GetString(bytes).TrimStart('\uFEFF'), Convert.ToHexStringLower(SHA256.HashData(bytes)));
            trouble = "it is larger than 4 MiB";
        }
        catch (DecoderFallbackException)
        {
            trouble = "it is no UTF-8 text";
        }

        return null;
    }

    /// <summary>The file, or as much of it as is one byte too long.</summary>
    private static byte[] Limited(FileStream file)
    {
        // A file that says its length has all of it; a pipe says none, and so may a file that grows.
        byte[] bytes = new byte[(file.CanSeek ? Math.Min(file.Length, DocumentLimits.Bytes) : 0) + 1];
        int count = file.ReadAtLeast(bytes, bytes.Length, throwOnEndOfStream: false);
        if (count == bytes.Length && count <= DocumentLimits.Bytes)
        {
            Array.Resize(ref bytes, DocumentLimits.Bytes + 1);
            count += file.ReadAtLeast(bytes.AsSpan(count), bytes.Length - count, throwOnEndOfStream: false);
        }

        return bytes[..count];
    }
}
