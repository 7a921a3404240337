using System.Security.Cryptography;
using System.Text;

namespace Memti.Hosting;

/// <summary>What the results of a plugin depend on: every assembly in its folder.</summary>
public static class PluginContents
{
    /// <summary>SHA-256 over the names and the SHA-256 of all assemblies directly in a folder, in ordinal order; lower case.</summary>
    /// <exception cref="IOException">A file cannot be read.</exception>
    public static string Sha256(string folder)
    {
        using var all = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (string file in Directory.EnumerateFiles(folder, "*.dll").Order(StringComparer.Ordinal))
        {
            all.AppendData(Encoding.UTF8.GetBytes(Path.GetFileName(file) + "\0"));
            using FileStream stream = File.OpenRead(file);
            all.AppendData(SHA256.HashData(stream));
        }

        return Convert.ToHexStringLower(all.GetHashAndReset());
    }
}
