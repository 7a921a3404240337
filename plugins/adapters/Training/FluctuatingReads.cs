using Memti.Abstractions.Cells;
using Memti.Abstractions.Diagnostics;
using Memti.Abstractions.Training;
using Memti.Plugins.Adapters.Codes;
using Memti.Tensors.Fluctuation;
using Memti.Tensors.Networks;

namespace Memti.Plugins.Adapters.Training;

/// <summary>Tells the engine how analogue convolutions are read, in steps and in scores.</summary>
internal sealed class FluctuatingReads
{
    /// <summary>Bit of a draw's number that steps never have: reads of an evaluation are none of the training.</summary>
    private const uint Evaluation = 1u << 31;

    private readonly ResidualNetwork _network;
    private readonly FluctuationRecipe _recipe;
    private readonly ulong _seed;
    private readonly AnalogReading _ofTraining;
    private uint _draw;

    internal FluctuatingReads(ResidualNetwork network, FluctuationRecipe recipe, ulong seed)
    {
        (_network, _recipe, _seed) = (network, recipe, seed);
        _ofTraining = Of(recipe.Decomposed, recipe.Correlation) with { Amplitude = recipe.Amplitude, Exponent = recipe.Exponent };
    }

    /// <summary>Reads of a step of training.</summary>
    internal void Train(long step)
    {
        _network.Use(_ofTraining);
        _network.PlaceReads((uint)step & ~Evaluation, 0);
    }

    /// <summary>Reads of scores, as those of training.</summary>
    internal void Evaluate() => Evaluate(_ofTraining, 0);

    /// <summary>Reads of scores, as asked for.</summary>
    internal void Evaluate(FluctuationReading reading) => Evaluate(
        Of(reading.Decomposed, reading.Correlation) with
        {
            Amplitude = reading.Amplitude,
            Exponent = reading.Exponent,
            LevelFactor = reading.LevelFactor,
        },
        reading.Draw);

    /// <summary>Says which images come next.</summary>
    internal void Place(int firstImage) => _network.PlaceReads(_draw, (uint)firstImage);

    private void Evaluate(AnalogReading reading, int draw)
    {
        if (!_network.IsCalibrated)
            throw new MemtiException(new Diagnostic(
                AdapterCodes.InputRangesUnknown,
                "the network does not know the ranges of its inputs: it was not trained with coded inputs, and its weight file has no "
                    + "'analog.input_ranges'."));
        _network.Use(reading);
        _draw = (uint)draw | Evaluation;
    }

    private AnalogReading Of(bool decomposed, double correlation) => new()
    {
        Variance = InputDecomposition.Variance(_recipe.InputBits, decomposed, correlation),
        Energy = InputDecomposition.Pulses(_recipe.InputBits, decomposed),
        Seed = _seed,
    };
}
