using Memti.Abstractions;

namespace Memti.Images;

internal sealed class ManifestVerifier(string path)
{
    public IReadOnlyList<Diagnostic> Findings { get; } = [];

    public ManifestImages? Load() => throw new NotSupportedException(path);
}
