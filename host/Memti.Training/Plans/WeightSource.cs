using Memti.Abstractions.Diagnostics;
using Memti.Documents.Files;

namespace Memti.Training.Plans;

/// <summary>The bytes of a weight file.</summary>
/// <param name="Name">The file as the user named it, or a description of the bytes.</param>
/// <param name="Bytes">Contents of the file.</param>
public sealed record WeightSource(string Name, ReadOnlyMemory<byte> Bytes)
{
    /// <summary>SHA-256 of the bytes in lower-case hexadecimal digits.</summary>
    public string Sha256 { get; } = WholeFile.Sha256(Bytes.Span);

    /// <summary>Reads a weight file.</summary>
    /// <exception cref="MemtiException"><see cref="Memti.Abstractions.Diagnostics.DiagnosticCode.FileUnreadable"/>.</exception>
    public static WeightSource Read(string file) => new(file, WholeFile.Read(file));
}
