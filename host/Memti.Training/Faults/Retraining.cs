using Memti.Abstractions.Training;
using Memti.Training.Trainers;

namespace Memti.Training.Faults;

/// <summary>
/// Training against faults: the network computes with what the memories give, and learns on the values behind (straight-through). Formats are chosen anew
/// after every epoch, as they will be when the result is stored.
/// </summary>
/// <param name="faults">The network in its memories.</param>
/// <param name="mode">One chip's faults, or new ones before every step.</param>
/// <param name="seed">Seed of the faults.</param>
/// <param name="chip">The chip of <see cref="FaultMode.Fixed"/>.</param>
/// <param name="pruned">Share of the shared weights that are zero and take no cells.</param>
public sealed class Retraining(WeightFaults faults, FaultMode mode, ulong seed, ulong chip, double pruned)
{
    /// <summary>Maps to validate with where every step has another; the same in every epoch, so that epochs can be compared.</summary>
    private const int ValidationMaps = 3;

    private bool _sharedIsRead;

    /// <summary>Chooses formats for the weights that training starts from.</summary>
    public void Prepare() => faults.Trainer.Quantize(pruned);

    /// <summary>Begins, or goes on: nothing is read yet.</summary>
    public void Begin() => _sharedIsRead = false;

    /// <summary>Reads what the next step computes with. Cells of a chip stay weak, so that shared parameters, which do not change, are read once.</summary>
    /// <param name="position">Steps taken so far.</param>
    public void BeforeStep(long position)
    {
        FaultMap map = mode == FaultMode.Fixed ? FaultMap.OfChip(seed, chip) : FaultMap.OfStep(seed, position);
        bool again = !_sharedIsRead || (mode == FaultMode.Fresh && faults.Faulty.HasFlag(ParameterPart.Shared));
        faults.OverrideCodes(again ? ParameterPart.All : ParameterPart.Task, map);
        _sharedIsRead = true;
    }

    /// <summary>Accuracy as the result would have it when it were stored now: on the chip, or the mean over a few maps.</summary>
    public double Validate(ImageSet images, CancellationToken cancellationToken)
    {
        faults.Trainer.Quantize(pruned);
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
