using Memti.Tensors.Buffers;
using Memti.Tensors.Kernels;
using Memti.Tensors.Numerics;
using Memti.Tensors.Values;

namespace Memti.Tensors.Fluctuation;

/// <summary>
/// A 3x3 convolution that cells compute: inputs are codes, weights are relative to the largest of the layer, and each output has the noise
/// of independent reads of its cells. Mean and variance are exact; docs/models/read-fluctuation.md has the equations.
/// </summary>
internal sealed unsafe class AnalogLayer
{
    /// <summary>Largest coded input over the deviation of a layer's inputs. Assumed: a wider range costs small inputs digits.</summary>
    private const double RangeOverDeviation = 3;

    /// <summary>Weight of a batch in the running range: that of batch norms.</summary>
    private const float Momentum = 0.1f;

    private const int Taps = 9;

    private readonly Workers _workers;
    private readonly ReadLevels _levels;
    private readonly NetworkTensor _weight;
    private readonly int _index;
    private readonly int _inputs;
    private readonly int _outputs;
    private readonly int _stride;
    private readonly Map _input;
    private readonly Map _coded;
    private readonly Map _codedGradient;
    private readonly float* _heights;
    private readonly float* _deviations;
    private readonly float* _pulses;
    private readonly double* _images;
    private readonly double* _pulseSums;
    private readonly double* _magnitudes;
    private long _weightVersion = -1;
    private float _largest;
    private nint _largestAt;
    private double _energy;

    /// <param name="arena">Memory.</param>
    /// <param name="workers">Threads that compute.</param>
    /// <param name="levels">What all layers have in common.</param>
    /// <param name="index">Number of the layer.</param>
    /// <param name="weight">Kernels, shape [outputs, inputs, 3, 3].</param>
    /// <param name="input">Map of the inputs.</param>
    /// <param name="codedGradient">Receives the gradient of coded inputs; none where nothing needs it.</param>
    /// <param name="outputs">Stored channels of the output.</param>
    /// <param name="stride">1 or 2.</param>
    public AnalogLayer(
        Arena arena,
        Workers workers,
        ReadLevels levels,
        int index,
        NetworkTensor weight,
        Map input,
        Map codedGradient,
        int outputs,
        int stride)
    {
        (_workers, _levels, _index, _weight, _input, _codedGradient) = (workers, levels, index, weight, input, codedGradient);
        (_inputs, _outputs, _stride) = (weight.Shape[1], outputs, stride);
        _coded = arena.Map(input.Images, input.Height, input.Width, input.Channels);
        _heights = arena.Floats((long)input.Images * (input.Height + 2) * (input.Width + 2));
        _deviations = arena.Floats((long)input.Images * (input.Height / stride) * (input.Width / stride));
        _pulses = arena.Floats((long)input.Images * Taps * input.Channels);
        _images = (double*)arena.Floats(2L * input.Images);
        _pulseSums = (double*)arena.Floats(2L * Taps * input.Channels);
        _magnitudes = (double*)arena.Floats(2L * Taps * input.Channels);
    }

    /// <summary>The coded inputs, with which the convolution computes.</summary>
    public Map Coded => _coded;

    /// <summary>The gradient of the coded inputs.</summary>
    public Map CodedGradient => _codedGradient;

    /// <summary>Codes the inputs of a batch.</summary>
    /// <param name="images">Images.</param>
    /// <param name="train">True to learn the range of the inputs.</param>
    public void Code(int images, bool train)
    {
        Weigh();
        Map input = _input.Of(images);
        QuantizePass pass = new()
        {
            Input = input,
            Output = _coded.Of(images),
            Heights = _heights,
            Squares = _images,
            Variance = _levels.Variance,
            Most = _levels.Codes - 1,
            Stride = _stride,
        };
        if (train)
            Learn(ref pass, images);
        pass.Step = _levels.Range(_index) / pass.Most;
        double direct = 0;
        if (_levels.MeasuresReference)
            direct = Pulse(ref pass, _levels.DirectEnergy);
        if (_levels.CountsEnergy)
        {
            _energy = Pulse(ref pass, _levels.Energy);
            _levels.Add(_index, _energy, direct);
            return;
        }

        pass.Run(_workers);
    }

    /// <summary>Adds the noise of the reads to the outputs.</summary>
    public void AddNoise(Map z)
    {
        if (_levels.Amplitude == 0)
            return;
        NoisePass pass = Noise(z);
        pass.Add(_workers);
    }

    /// <summary>
    /// Adds what noise and energy contribute to the gradient of the weights, after that of the convolution, and sets the gradient of the
    /// read level. The variance counts as a constant for the inputs.
    /// </summary>
    public void BackwardNoise(Map dz)
    {
        double noise = 0;
        if (_levels.Amplitude != 0)
        {
            NoisePass pass = Noise(dz);
            pass.Multiply(_workers);
            for (int image = 0; image < dz.Images; image++)
                noise += _images[image];
        }

        _levels.SetSlope(_index, noise);
        if (!_weight.IsTrained || !(_largest > 0))
            return;
        // The noise is proportional to the largest weight, the energy to its inverse.
        double slope = _levels.EnergySlope * _levels.Level(_index);
        double largest = (noise - (slope * _energy)) / _largest;
        _weight.Gradient[_largestAt] += (float)(_weight.Used[_largestAt] < 0 ? -largest : largest);
        if (slope > 0)
            AddEnergy(slope / _largest);
    }

    /// <summary>dX (+)= the gradient of the coded inputs where the range did not cut off.</summary>
    public void BackwardCodes(int images, Map dx, bool add)
    {
        ClipPass pass = new()
        {
            Input = _input.Of(images),
            Coded = _codedGradient.Of(images),
            Target = dx,
            Range = _levels.Range(_index),
            Add = add
        };
        pass.Run(_workers);
    }

    private void Learn(ref QuantizePass pass, int images)
    {
        pass.Measure(_workers);
        double squares = 0;
        for (int image = 0; image < images; image++)
            squares += _images[image];
        // Padded channels are zero: only the real ones count. Inputs that are all zero still need a range.
        double deviation = Math.Sqrt(squares / ((double)pass.Input.Pixels * _inputs));
        _levels.Learn(_index, Math.Max(1e-6, RangeOverDeviation * deviation), Momentum);
    }

    /// <summary>Codes the inputs, and returns pulses times weights over all images.</summary>
    private double Pulse(ref QuantizePass pass, float* energy)
    {
        pass.Pulses = _pulses;
        pass.Energy = energy;
        pass.Run(_workers);
        int count = Taps * _coded.Channels;
        new Span<double>(_pulseSums, count).Clear();
        for (int image = 0; image < pass.Input.Images; image++)
            for (int i = 0; i < count; i++)
                _pulseSums[i] += _pulses[((nint)image * count) + i];
        double sum = 0;
        for (int i = 0; i < count; i++)
            sum += _pulseSums[i] * _magnitudes[i];
        return _largest > 0 ? sum / _largest : 0;
    }

    /// <summary>Sums the magnitudes of the weights over outputs, and finds the largest.</summary>
    private void Weigh()
    {
        if (_weightVersion == _weight.Version)
            return;
        (_weightVersion, _largest, _largestAt) = (_weight.Version, 0, 0);
        for (int row = 0; row < Taps * _coded.Channels; row++)
        {
            float* weights = _weight.Used + ((nint)row * _outputs);
            double sum = 0;
            for (int output = 0; output < _outputs; output++)
            {
                float magnitude = Math.Abs(weights[output]);
                sum += magnitude;
                if (magnitude > _largest)
                    (_largest, _largestAt) = (magnitude, ((nint)row * _outputs) + output);
            }

            _magnitudes[row] = sum;
        }
    }

    private void AddEnergy(double slope)
    {
        for (int row = 0; row < Taps * _coded.Channels; row++)
        {
            float change = (float)(slope * _pulseSums[row]);
            float* weights = _weight.Used + ((nint)row * _outputs), gradient = _weight.Gradient + ((nint)row * _outputs);
            for (int output = 0; output < _outputs; output++)
                gradient[output] += weights[output] < 0 ? -change : weights[output] > 0 ? change : 0;
        }
    }

    private NoisePass Noise(Map outputs)
    {
        // A key of its own for each layer and seed.
        (ulong key, _) = Philox.Block(0, 0, (uint)_levels.Seed, (uint)(_levels.Seed >> 32), (uint)_index, 0);
        return new NoisePass
        {
            Outputs = outputs,
            Heights = _heights,
            Deviations = _deviations,
            Sums = _images,
            HeightRow = _input.Width + 2,
            HeightImage = (_input.Height + 2) * (_input.Width + 2),
            Channels = _weight.Shape[0],
            Stride = _stride,
            Scale = (float)(_levels.Noise(_index) * _largest * _levels.Range(_index) / (_levels.Codes - 1)),
            Key0 = (uint)key,
            Key1 = (uint)(key >> 32),
            Draw = _levels.Draw,
            FirstImage = _levels.FirstImage,
        };
    }
}
