using System.Security.Cryptography;
using System.Text;
using Memti.Abstractions.Diagnostics;

namespace Memti.Documents.Files;

/// <summary>SHA-256 of files, read as a stream and written in lower case.</summary>
public static class FileHash
{
    /// <summary>What <see cref="OrMissing"/> gives for a file that is not there.</summary>
    public const string Missing = "missing";

    /// <summary>SHA-256 of a file.</summary>
    /// <exception cref="MemtiException"><see cref="DiagnosticCode.FileUnreadable"/>.</exception>
    public static string Of(string file) => Convert.ToHexStringLower(Bytes(file));

    /// <summary>SHA-256 of a file, or <see cref="Missing"/>.</summary>
    /// <inheritdoc cref="Of(string)" path="/exception"/>
    public static string OrMissing(string file) => File.Exists(file) ? Of(file) : Missing;

    /// <summary>SHA-256 over the names and the SHA-256 of files, in the order of their names.</summary>
    /// <param name="files">Each file with the name that counts; a name is there once.</param>
    /// <inheritdoc cref="Of(string)" path="/exception"/>
    public static string Of(IEnumerable<(string Name, string File)> files)
    {
        ArgumentNullException.ThrowIfNull(files);
        using var all = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach ((string name, string file) in files.OrderBy(static file => file.Name, StringComparer.Ordinal))
        {
            all.AppendData(Encoding.UTF8.GetBytes(name + "\0"));
            all.AppendData(Bytes(file));
        }

        return Convert.ToHexStringLower(all.GetHashAndReset());
    }

    private static byte[] Bytes(string file)
    {
        try
        {
            using FileStream stream = File.OpenRead(file);
            return SHA256.HashData(stream);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw WholeFile.Unreadable(file, error);
        }
    }
}
