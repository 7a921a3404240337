namespace Memti.Training.Fluctuation;

/// <summary>Energy of a technique for the accuracy that a plain network has at one of its read levels.</summary>
/// <param name="Task">The task.</param>
/// <param name="Technique">The technique.</param>
/// <param name="Accuracy">The accuracy.</param>
/// <param name="PlainEnergy">Energy of the plain network, relative to direct reading at level 1.</param>
/// <param name="Energy">Energy of the technique, interpolated in its logarithm between read levels; null where the technique's
/// accuracies do not reach around it.</param>
public sealed record EqualAccuracy(string Task, FluctuationTechnique Technique, double Accuracy, double PlainEnergy, double? Energy)
{
    /// <summary>How many times less energy the technique takes; null where that is not known.</summary>
    public double? Saving => PlainEnergy / Energy;

    /// <summary>The energy at which a curve reaches an accuracy; null outside the curve.</summary>
    /// <param name="curve">Energies and accuracies, rising in energy.</param>
    /// <param name="accuracy">The accuracy.</param>
    public static double? EnergyAt(IReadOnlyList<(double Energy, double Accuracy)> curve, double accuracy)
    {
        ArgumentNullException.ThrowIfNull(curve);
        for (int point = 1; point < curve.Count; point++)
        {
            ((double lowEnergy, double low), (double highEnergy, double high)) = (curve[point - 1], curve[point]);
            if (low <= accuracy && accuracy <= high && low < high)
                return Math.Exp(
                    Math.Log(lowEnergy) + ((accuracy - low) / (high - low) * (Math.Log(highEnergy) - Math.Log(lowEnergy))));
        }

        return null;
    }
}
