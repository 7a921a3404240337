using Memti.Abstractions.Diagnostics;

namespace Memti.Host.Rendering;

/// <summary>Prints findings in the form that MSBuild and editors turn into links.</summary>
internal static class DiagnosticPrinter
{
    /// <summary>Prints findings in their order.</summary>
    /// <returns>True when one of them is an error.</returns>
    public static bool Print(TextWriter writer, IEnumerable<Diagnostic> findings)
    {
        bool errors = false;
        foreach (Diagnostic finding in findings)
        {
            writer.WriteLine(finding);
            errors |= finding.Severity == Severity.Error;
        }

        return errors;
    }
}
