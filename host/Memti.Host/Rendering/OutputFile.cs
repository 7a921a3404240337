using System.Text;
using Memti.Abstractions.Diagnostics;
using Memti.Documents.Files;

namespace Memti.Host.Rendering;

/// <summary>Puts a result where the user wants it: standard output, or a file that is whole or not there.</summary>
internal static class OutputFile
{
    /// <summary>Writes the text.</summary>
    /// <param name="path">The file; null for standard output.</param>
    /// <param name="text">All of it.</param>
    /// <param name="standardOutput">Where standard output goes.</param>
    /// <exception cref="MemtiException"><see cref="DiagnosticCode.OutputUnwritable"/>.</exception>
    public static void Write(string? path, string text, TextWriter standardOutput)
    {
        if (path is null)
            standardOutput.Write(text);
        else
            WholeFile.Write(path, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false).GetBytes(text));
    }
}
