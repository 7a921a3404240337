using System.Text;
using Memti.Abstractions.Diagnostics;
using Memti.Documents.Files;

namespace Memti.Host.Rendering;

/// <summary>Writes a result to standard output, or atomically to a file.</summary>
internal static class OutputFile
{
    /// <summary>Writes the text.</summary>
    /// <param name="path">The file; null for standard output.</param>
    /// <param name="text">The whole text.</param>
    /// <param name="standardOutput">Writer of standard output.</param>
    /// <exception cref="MemtiException"><see cref="DiagnosticCode.OutputUnwritable"/>.</exception>
    public static void Write(string? path, string text, TextWriter standardOutput)
    {
        if (path is null)
            standardOutput.Write(text);
        else
            WholeFile.WriteOutput(path, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false).GetBytes(text));
    }
}
