using Memti.Abstractions.Diagnostics;
using Memti.Documents.Files;

namespace Memti.WeightImages.Manifests;

/// <summary>A file to write next to a manifest.</summary>
/// <param name="Name">File name relative to the manifest.</param>
/// <param name="Bytes">Contents.</param>
public sealed record NamedFile(string Name, ReadOnlyMemory<byte> Bytes)
{
    /// <summary>Writes the file atomically. Leaves a file that already has these bytes untouched.</summary>
    /// <exception cref="MemtiException"><see cref="Memti.Abstractions.Diagnostics.DiagnosticCode.OutputUnwritable"/>.</exception>
    public void WriteTo(string folder)
    {
        if (!IsIn(folder))
            WholeFile.Write(Path.Combine(folder, Name), Bytes.Span);
    }

    /// <summary>True when a folder holds the file to the byte.</summary>
    public bool IsIn(string folder)
    {
        string file = Path.Combine(folder, Name);
        return File.Exists(file) && WholeFile.Read(file).AsSpan().SequenceEqual(Bytes.Span);
    }
}
