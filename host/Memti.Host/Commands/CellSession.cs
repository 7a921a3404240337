using System.CommandLine;
using Memti.Abstractions.Diagnostics;
using Memti.Host.Rendering;
using Memti.Plugins.Catalog;
using Memti.Plugins.Codes;
using Memti.Plugins.Finding;

namespace Memti.Host.Commands;

/// <summary>The cells of one invocation. Cells are data: reading them runs no plugin.</summary>
internal static class CellSession
{
    /// <summary>Reads the cells, and prints errors in them and in the given paths.</summary>
    public static CellCatalog Open(ParseResult parsed, out int exitCode)
    {
        PluginSearch search = PluginSearch.BesideExecutable(parsed.GetValue(CommonOptions.PluginPath) ?? []);
        CellCatalog catalog = CellCatalog.Find(search);
        IEnumerable<Diagnostic> missing = PluginManifestReader.Find(search with { HostFolder = null }).Diagnostics
            .Where(static finding => finding.Code == PluginCodes.PluginPathMissing);
        exitCode = DiagnosticPrinter.Print(Console.Error, missing.Concat(catalog.Diagnostics)) ? ExitCode.Findings : ExitCode.Done;
        return catalog;
    }
}
