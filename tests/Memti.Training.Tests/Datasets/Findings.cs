using Memti.Abstractions.Diagnostics;
using Memti.Training.Datasets;

namespace Memti.Training.Tests.Datasets;

/// <summary>What reading of something that is wrong gives.</summary>
internal static class Findings
{
    public static Diagnostic Of(Action reading) => Should.Throw<MemtiException>(reading).Diagnostic;

    public static Diagnostic Of(string source) => Of(() => DatasetSource.Read(source));
}
