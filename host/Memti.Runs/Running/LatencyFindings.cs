using System.Globalization;
using Memti.Abstractions.Diagnostics;
using Memti.Abstractions.Memories;
using Memti.Abstractions.Units;
using Memti.Runs.Codes;
using Memti.Runs.Planning;
using Memti.Scenarios.Designs;
using Memti.Simulation.Masters.Cores;

namespace Memti.Runs.Running;

/// <summary>Says which memories a core used though their models state no latency: it did not wait for them.</summary>
internal static class LatencyFindings
{
    public static IEnumerable<Diagnostic> Of(CaseResult result)
    {
        foreach (CoreAccesses accesses in result.Outcome.Workload.Core?.Accesses ?? [])
        {
            PlannedMemory memory = result.Outcome.Design.Memories.First(memory => memory.Unit.Name == accesses.Memory);
            MemoryFigures figures = memory.Unit.Figures;
            MemorySpec spec = result.Case.Design.Memories.First(spec => spec.Name == accesses.Memory);
            if (accesses.Reads > 0 && figures.ReadLatency == SimTime.Zero)
                yield return Finding(result.Case.Design, spec, memory.Kind, "read", $"read it {Number(accesses.Reads)} times");
            if (accesses.Writes > 0 && figures.WriteLatency == SimTime.Zero)
                yield return Finding(result.Case.Design, spec, memory.Kind, "write", $"written it {Number(accesses.Writes)} times");
        }
    }

    private static Diagnostic Finding(DesignScenario design, MemorySpec memory, string kind, string access, string done) =>
        MissionFindings.Warning(
            RunCodes.LatencyUnknown,
            design,
            memory,
            $"memory '{memory.Name}' of kind '{kind}' states no {access} latency; the processor has {done} as if it had none");

    private static string Number(long count) => count.ToString(CultureInfo.InvariantCulture);
}
