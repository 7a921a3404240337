using Memti.Abstractions;

namespace Memti.Datasets.Tests;

/// <summary>What reading of something that is wrong gives.</summary>
internal static class Findings
{
    public static Diagnostic Of(Action reading) => Should.Throw<MemtiException>(reading).Diagnostic;

    public static Diagnostic Of(string source) => Of(() => DatasetSource.Read(source));
}
