using Memti.Abstractions.Diagnostics;
using Memti.Scenarios.Designs;

namespace Memti.Runs.Runs;

/// <summary>One design to plan and run: as it stands, under a variant, or with one calibrated number moved.</summary>
/// <param name="Design">The design with everything applied.</param>
/// <param name="Variant">The variant; null for none.</param>
/// <param name="Number">The number that was moved, of several ways the one that was possible; null for none.</param>
/// <param name="Seed">Seed of all random streams.</param>
internal sealed record RunCase(DesignScenario Design, DesignVariant? Variant, PerturbedParameter? Number, long Seed)
{
    /// <inheritdoc cref="RunCase(DesignScenario, DesignVariant, PerturbedParameter, long)" path="/param[@name='Number']" />
    public PerturbedParameter? Number { get; set; } = Number;

    /// <summary>The ways to move the number, best first; empty where none is.</summary>
    public IReadOnlyList<PerturbedDesign> Moves { get; init; } = [];

    /// <summary>The sample of the design as it stands, which a moved number is set against; null where none is moved.</summary>
    public RunCase? Still { get; init; }

    /// <summary>True for the design as it stands.</summary>
    public bool IsPlain => Variant is null && Number is null;

    /// <summary>The runs; null before they are done, or when they failed.</summary>
    public DesignOutcome? Outcome { get; set; }

    /// <summary>
    /// The design under the best firmware that it can have; null before that is known, and for designs that nothing is set against.
    /// </summary>
    public BestFirmwareRun? Best { get; set; }

    /// <summary>Why the runs failed; null when they did not.</summary>
    public Diagnostic? Fault { get; set; }
}
