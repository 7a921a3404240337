using Memti.Runs.Sensitivity;

namespace Memti.Runs.Running;

/// <summary>A design with one number to move.</summary>
/// <param name="Sample">The sample of the design as it stands, which the moved one is set against.</param>
/// <param name="Moves">The ways to move the number, best first.</param>
internal sealed record PerturbedCase(CaseResult Sample, IReadOnlyList<PerturbedDesign> Moves);
