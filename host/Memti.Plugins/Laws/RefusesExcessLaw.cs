using Memti.Abstractions.Diagnostics;
using Memti.Abstractions.Units;
using Memti.Plugins.Trials;

namespace Memti.Plugins.Laws;

/// <summary>Contents that do not fit are refused, not squeezed in.</summary>
internal sealed class RefusesExcessLaw : IMemoryLaw
{
    private const long Enormous = 1L << 47;

    public string Name => "refuses-excess";

    public string Statement =>
        "Contents beyond a fixed capacity are refused with MEMTI5001; 128 TiB are refused with MEMTI5001 or MEMTI5003 or held.";

    public LawFinding Check(MemorySubject subject) =>
        TrialOptions.Capacity(subject.Schema) is { Minimum: { } kibibytes } ? Fixed(subject, kibibytes) : Unlimited(subject);

    private static LawFinding Fixed(MemorySubject subject, double kibibytes)
    {
        var capacity = DataSize.FromKibibytes((long)Math.Ceiling(Math.Max(kibibytes, 1)));
        var trial = new MemoryTrial((capacity.Bits / 8 * 2) + 1) { Capacity = capacity };
        return Refusal(subject, trial) is not { } fault
            ? LawFinding.Fail(FormattableString.Invariant($"{trial} were taken by a memory of {capacity.Kibibytes} KiB"))
            : Judge(fault, fault.Code == DiagnosticCode.CapacityExceeded);
    }

    private static LawFinding Unlimited(MemorySubject subject)
    {
        var trial = new MemoryTrial(Enormous);
        if (Refusal(subject, trial) is { } fault)
            return Judge(fault, fault.Code is DiagnosticCode.CapacityExceeded or DiagnosticCode.NoArray);
        return subject.Size(trial).Capacity >= trial.Size
            ? LawFinding.NotApplicable("it has no capacity to exceed")
            : LawFinding.Fail("128 TiB were taken by a memory that is smaller");
    }

    private static Diagnostic? Refusal(MemorySubject subject, MemoryTrial trial)
    {
        try
        {
            subject.Size(trial);
            return null;
        }
        catch (MemtiException error)
        {
            return error.Diagnostic;
        }
    }

    private static LawFinding Judge(Diagnostic fault, bool coded)
    {
        string seen = $"{fault.Code}: {fault.Message}";
        return coded ? LawFinding.Pass(seen) : LawFinding.Fail(seen);
    }
}
