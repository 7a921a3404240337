using Memti.Abstractions.Diagnostics;
using Memti.Documents.Files;

namespace Memti.WeightImages.Manifests;

/// <summary>A file that is to be written beside a manifest.</summary>
/// <param name="Name">Its name, relative to the manifest.</param>
/// <param name="Bytes">Its contents.</param>
public sealed record NamedFile(string Name, ReadOnlyMemory<byte> Bytes)
{
    /// <summary>Writes the file, whole or not at all; one that holds these bytes already is left alone.</summary>
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
