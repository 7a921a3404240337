using Memti.Abstractions.Training;
using Memti.Training.Trainers;

namespace Memti.Training.Faults;

/// <summary>
/// Training against faults: the network computes with the codes that the memories return and updates the underlying values
/// (straight-through). Fixed-point formats are chosen again after every epoch, as they will be for the stored result.
/// </summary>
/// <param name="faults">The network in its memories.</param>
/// <param name="mode">Faults of one chip, or new ones before every step.</param>
/// <param name="seed">Seed of the faults.</param>
/// <param name="chip">The chip for <see cref="FaultMode.Fixed"/>.</param>
/// <param name="pruned">Fraction of the shared weights that are zero and use no cells.</param>
public sealed class Retraining(WeightFaults faults, FaultMode mode, ulong seed, ulong chip, double pruned)
{
    /// <summary>Number of validation maps for fresh faults. They are the same in every epoch, so that epochs are comparable.</summary>
    private const int ValidationMaps = 3;

    private bool _sharedIsRead;

    /// <summary>Chooses formats for the initial weights.</summary>
    public void Prepare() => faults.Trainer.Quantize(pruned);

    /// <summary>Starts or continues; nothing has been read yet.</summary>
    public void Begin() => _sharedIsRead = false;

    /// <summary>Reads the codes for the next step. The faults of a chip do not change and neither do shared parameters, so these are read
    /// once.</summary>
    /// <param name="position">Number of steps taken.</param>
    public void BeforeStep(long position)
    {
        FaultMap map = mode == FaultMode.Fixed ? FaultMap.OfChip(seed, chip) : FaultMap.OfStep(seed, position);
        // Straight-through estimator: gradients pass the substitution as if it were the identity (Bengio et al., arXiv:1308.3432, 2013).
        bool again = !_sharedIsRead || (mode == FaultMode.Fresh && faults.Faulty.HasFlag(ParameterPart.Shared));
        faults.OverrideCodes(again ? ParameterPart.All : ParameterPart.Task, map);
        _sharedIsRead = true;
    }

    /// <summary>Accuracy of the result if it were stored now: on the chip, or the mean over a few maps.</summary>
    public double Validate(ImageSet images, CancellationToken cancellationToken)
    {
        faults.Trainer.Quantize(pruned);
        // New formats make the codes of the shared parameters stale as well.
        _sharedIsRead = false;
        FaultMap[] maps = mode == FaultMode.Fixed
            ? [FaultMap.OfChip(seed, chip)]
            : [.. Enumerable.Range(0, ValidationMaps).Select(number => FaultMap.OfValidation(seed, (ulong)number))];
        return maps.Average(map =>
        {
            faults.OverrideCodes(ParameterPart.All, map);
            return Scoring.Score(faults.Trainer, images, cancellationToken).Accuracy;
        });
    }
}
