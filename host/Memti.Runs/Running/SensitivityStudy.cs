using Memti.Plugins.Catalog;
using Memti.Runs.Sensitivity;

namespace Memti.Runs.Running;

/// <summary>Moves the calibrated and default numbers behind designs, one at a time, to find what rests on them.</summary>
/// <param name="work">Runs the cases.</param>
/// <param name="cells">The cells of the host.</param>
internal sealed class SensitivityStudy(CaseRunner work, CellCatalog cells)
{
    /// <summary>The numbers behind some designs.</summary>
    public IReadOnlyList<UncertainParameter> Numbers(IReadOnlyList<CaseResult> plain) => UncertainParameter.Of(
        plain.Select(static design => design.Case.Design), plain.Select(static design => design.Outcome.Design), cells);

    /// <summary>The samples of designs, and each with each number moved that it takes.</summary>
    /// <param name="plain">The designs as they stand.</param>
    /// <param name="numbers">The numbers to move.</param>
    public IReadOnlyList<CaseResult> Run(IReadOnlyList<CaseResult> plain, IReadOnlyList<UncertainParameter> numbers)
    {
        IReadOnlyList<CaseResult> samples = work.Sample([.. plain.Select(static design => design.Case)]).Done;
        return [.. samples, .. work.Move([.. numbers.SelectMany(number => Moves(number, samples))])];
    }

    private static IEnumerable<PerturbedCase> Moves(UncertainParameter number, IReadOnlyList<CaseResult> samples)
    {
        IReadOnlyList<PerturbedParameter> ways = PerturbedParameter.Of(number);
        return samples
            .Where(sample => number.IsOf(sample.Outcome.Design, sample.Case.Design))
            .Select(
                sample =>
                    new PerturbedCase(sample, [.. ways.Select(way => number.Move(sample.Case.Design, way)).OfType<PerturbedDesign>()]))
            .Where(static moved => moved.Moves.Count > 0);
    }
}
