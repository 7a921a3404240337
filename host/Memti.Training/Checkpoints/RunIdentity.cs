using System.Security.Cryptography;
using System.Text;

namespace Memti.Training.Checkpoints;

/// <summary>Everything that the bytes of a result depend on, by name and in order.</summary>
/// <param name="Parts">Names and values.</param>
public sealed record RunIdentity(IReadOnlyList<KeyValuePair<string, string>> Parts)
{
    // Zero bytes separate names and values, so that no two lists of parts give the same text.
    /// <summary>SHA-256 over all parts in lower-case hexadecimal digits.</summary>
    public string Sha256 =>
        Convert.ToHexStringLower(
            SHA256.HashData(Encoding.UTF8.GetBytes(string.Concat(Parts.Select(static part => $"{part.Key}\0{part.Value}\0")))));

    /// <summary>Differences from another identity, as <c>name 'its value', here 'this value'</c>.</summary>
    public IReadOnlyList<string> Differences(RunIdentity other)
    {
        ArgumentNullException.ThrowIfNull(other);
        IEnumerable<string> names = Parts.Concat(other.Parts).Select(static part => part.Key).Distinct();
        return [.. names.Where(name => Find(name) != other.Find(name))
            .Select(name => $"{name} '{other.Find(name) ?? "none"}', here '{Find(name) ?? "none"}'")];
    }

    /// <summary>This identity with further parts.</summary>
    public RunIdentity With(params IEnumerable<KeyValuePair<string, string>> parts) => new([.. Parts, .. parts]);

    private string? Find(string name) => Parts.Where(part => part.Key == name).Select(static part => part.Value).FirstOrDefault();
}
