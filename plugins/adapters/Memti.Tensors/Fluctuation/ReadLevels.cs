using Memti.Tensors.Buffers;
using Memti.Tensors.Numerics;
using Memti.Tensors.Values;

namespace Memti.Tensors.Fluctuation;

/// <summary>
/// What the analogue layers of a network have in common: read levels, ranges of inputs, the present reading, and the energy of reads.
/// </summary>
/// <remarks>
/// Read levels are trained as logarithms by Adam (Kingma and Ba, ICLR 2015) without its correction of the first steps; the average of
/// squares starts from the first square instead.
/// </remarks>
internal sealed unsafe class ReadLevels
{
    /// <summary>Decay of Adam's average of squares. Source: Adam's is 0.999, for more steps than a retraining has. Assumed.</summary>
    private const double SquareDecay = 0.99;

    /// <summary>Decay of Adam's average of gradients. Source: Adam's default.</summary>
    private const double SlopeDecay = 0.9;

    /// <summary>Bound of log levels: levels from 1/1000 to 1000. Assumed; no layer gets near.</summary>
    private const double MostLog = 6.9;

    private readonly NetworkTensor _levels;
    private readonly NetworkTensor _ranges;
    private readonly NetworkTensor _squares;
    private readonly NetworkTensor _reference;
    private readonly double* _energies;
    private readonly double _energyWeight;
    private int _images = 1;
    private double _passReference;
    private double _logFactor;

    /// <param name="arena">Memory.</param>
    /// <param name="bits">Magnitude bits of inputs, 1 to 8.</param>
    /// <param name="energyWeight">Weight of the energy in the loss; 0 for read levels that stay.</param>
    /// <param name="levels">Logarithms of the read levels; shape [layers].</param>
    /// <param name="ranges">Largest inputs that are coded; shape [layers].</param>
    /// <param name="squares">Averages of squared gradients of the levels; shape [layers].</param>
    /// <param name="reference">Energy of an image that others are relative to; shape [1].</param>
    public ReadLevels(
        Arena arena,
        int bits,
        double energyWeight,
        NetworkTensor levels,
        NetworkTensor ranges,
        NetworkTensor squares,
        NetworkTensor reference)
    {
        (Bits, _energyWeight, _levels, _ranges, _squares, _reference) = (bits, energyWeight, levels, ranges, squares, reference);
        Codes = 1 << bits;
        Variance = arena.Floats(Codes);
        Energy = arena.Floats(Codes);
        DirectEnergy = arena.Floats(Codes);
        for (int code = 0; code < Codes; code++)
            (Variance[code], Energy[code], DirectEnergy[code]) = ((float)code * code, code, code);
        _energies = (double*)arena.Floats(2L * Layers);
    }

    /// <summary>Number of layers.</summary>
    public int Layers => _levels.Count;

    /// <summary>Magnitude bits of inputs.</summary>
    public int Bits { get; }

    /// <summary>Magnitudes of an input code.</summary>
    public int Codes { get; }

    /// <summary>h(q) of the present reading.</summary>
    public float* Variance { get; }

    /// <summary>m(q) of the present reading.</summary>
    public float* Energy { get; }

    /// <summary>m(q) of direct reading.</summary>
    public float* DirectEnergy { get; }

    /// <summary>Noise of a read at level 1; 0 for none.</summary>
    public double Amplitude { get; private set; }

    /// <summary>Exponent of the noise over the level.</summary>
    public double Exponent { get; private set; } = 0.5;

    /// <summary>Seed of the noise.</summary>
    public ulong Seed { get; private set; }

    /// <summary>Number of the draw: a step, or a draw of an evaluation.</summary>
    public uint Draw { get; private set; }

    /// <summary>Number of the first image of the batch.</summary>
    public uint FirstImage { get; private set; }

    /// <summary>True when energies of a pass are summed.</summary>
    public bool CountsEnergy { get; private set; }

    /// <summary>True in the first pass of a training, which measures the energy that others are relative to.</summary>
    public bool MeasuresReference { get; private set; }

    /// <summary>Energy of an image by direct reading at level 1, before the first step; 0 before it is known.</summary>
    public double ReferenceEnergy => _reference.Values[0];

    /// <summary>Energy of the last pass over its images, in pulses of one bit on a cell of the largest weight at level 1.</summary>
    public double PassEnergy { get; private set; }

    /// <summary>True when every layer has met inputs in a training.</summary>
    public bool IsCalibrated
    {
        get
        {
            for (int layer = 0; layer < Layers; layer++)
                if (!(_ranges.Values[layer] > 0))
                    return false;
            return true;
        }
    }

    /// <summary>Weight of an image's energy in the gradient of the mean loss; 0 when energy does not matter.</summary>
    public double EnergySlope { get; private set; }

    public void Use(AnalogReading reading)
    {
        for (int code = 0; code < Codes; code++)
            (Variance[code], Energy[code]) = ((float)reading.Variance[code], (float)reading.Energy[code]);
        (Amplitude, Exponent, Seed, _logFactor) =
            (reading.Amplitude, reading.Exponent, reading.Seed, Elementary.Log(reading.LevelFactor));
    }

    public void Place(uint draw, uint firstImage) => (Draw, FirstImage) = (draw, firstImage);

    /// <summary>Read level of a layer, with the factor of the reading.</summary>
    public double Level(int layer) => Elementary.Exp(_levels.Used[layer] + _logFactor);

    /// <summary>Noise of a layer's reads relative to its largest weight: a0 rho^-gamma.</summary>
    public double Noise(int layer) =>
        Amplitude == 0 ? 0 : Amplitude * Elementary.Exp(-Exponent * (_levels.Used[layer] + _logFactor));

    /// <summary>Largest input of a layer that is coded.</summary>
    public float Range(int layer) => _ranges.Used[layer];

    /// <summary>Brings the range of a layer's inputs up to date with a batch.</summary>
    public void Learn(int layer, double range, float momentum)
    {
        float known = _ranges.Values[layer];
        _ranges.Values[layer] = known > 0 ? known + (momentum * ((float)range - known)) : (float)range;
        _ranges.Changed();
    }

    /// <summary>Begins a pass over a batch.</summary>
    public void Begin(int images, bool train)
    {
        MeasuresReference = train && !(ReferenceEnergy > 0);
        CountsEnergy = !train || _energyWeight > 0 || MeasuresReference;
        _images = images;
        (PassEnergy, _passReference) = (0, 0);
    }

    /// <summary>Adds the energy of a layer, for all images of the pass.</summary>
    /// <param name="layer">The layer.</param>
    /// <param name="pulses">Pulses times weights at level 1.</param>
    /// <param name="direct">The same for direct reading; used only while the reference is measured.</param>
    public void Add(int layer, double pulses, double direct)
    {
        _energies[layer] = pulses * Level(layer);
        PassEnergy += _energies[layer];
        _passReference += direct;
    }

    /// <summary>Ends a pass over a batch.</summary>
    public void End()
    {
        if (MeasuresReference)
        {
            _reference.Values[0] = (float)(_passReference / _images);
            _reference.Changed();
        }

        EnergySlope = _energyWeight > 0 ? _energyWeight / (ReferenceEnergy * _images) : 0;
    }

    /// <summary>Sets the gradient of a layer's log level.</summary>
    /// <param name="layer">The layer.</param>
    /// <param name="noise">Sum of noise times gradient over the layer's outputs.</param>
    public void SetSlope(int layer, double noise) =>
        _levels.Gradient[layer] = (float)((-Exponent * noise) + (EnergySlope * _energies[layer]));

    /// <summary>Moves the levels against their gradients.</summary>
    /// <param name="rate">Largest change of a logarithm, about.</param>
    public void Step(double rate)
    {
        if (!(_energyWeight > 0))
            return;
        for (int layer = 0; layer < Layers; layer++)
            (_levels.Values[layer], _levels.Momentum[layer], _squares.Values[layer]) = Moved(
                _levels.Values[layer], _levels.Momentum[layer], _squares.Values[layer], _levels.Gradient[layer], rate);
        _levels.Changed();
        _squares.Changed();
    }

    /// <summary>One step of one logarithm: its value, average gradient and average square.</summary>
    internal static (float Value, float Slope, float Square) Moved(float value, float slope, float square, double gradient, double rate)
    {
        double averageSquare = square > 0 ? (SquareDecay * square) + ((1 - SquareDecay) * gradient * gradient) : gradient * gradient;
        double average = (SlopeDecay * slope) + ((1 - SlopeDecay) * gradient);
        double moved = averageSquare > 0 ? value - (rate * average / Math.Sqrt(averageSquare)) : value;
        return ((float)Math.Clamp(moved, -MostLog, MostLog), (float)average, (float)averageSquare);
    }
}
