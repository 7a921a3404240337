using Memti.Arrays.Circuits;
using Memti.Arrays.Profiles;
using Memti.Arrays.Technology;

namespace Memti.Arrays.Organisations;

/// <summary>Builds mats. Sub-arrays and predecoder fronts that several mats share are built once. Source: NVSim, Mat.cpp.</summary>
internal sealed class MatFactory(Process process, ProfileRules rules, SubarrayFactory subarrays)
{
    /// <summary>Most address bits of one predecoder block; more are split over two blocks.</summary>
    private const int BitsOfOneBlock = 3;
    /// <summary>Most address bits of a predecoder front: half of the bits that the solver accepts.</summary>
    private const int MostFrontBits = 18;

    private readonly Dictionary<SubarrayShape, (Subarray? Subarray, Rejection Rejection)> _subarrays = [];
    private readonly PredecoderFront?[] _fronts = new PredecoderFront?[MostFrontBits + 1];
    private readonly Dictionary<int, Predecoder> _unloaded = [];

    /// <summary>Builds a mat, or reports why it cannot be built.</summary>
    /// <param name="recipe">The sub-array and how often the mat repeats it.</param>
    /// <param name="mat">The mat.</param>
    /// <param name="rejection">Why the mat cannot be built.</param>
    public bool TryMake(in MatKey recipe, out Mat mat, out Rejection rejection)
    {
        SubarrayShape shape = recipe.Shape;
        if (!_subarrays.TryGetValue(shape, out (Subarray? Subarray, Rejection Rejection) known))
        {
            known = (subarrays.Make(shape, out Rejection reason), reason);
            _subarrays.Add(shape, known);
        }

        rejection = known.Rejection;
        mat = known.Subarray is { } subarray ? Assemble(subarray, recipe) : default;
        return known.Subarray is not null;
    }

    private Mat Assemble(Subarray subarray, in MatKey recipe)
    {
        (int Rows, int Columns) repeated = (recipe.Rows, recipe.Columns);
        (int Rows, int Columns) active = (recipe.ActiveRows, recipe.ActiveColumns);
        SubarrayShape shape = subarray.Shape;
        double line = process.LocalWire.FaradsPerMetre;
        // The predecoders stand at the centre of the mat, so that their lines reach half its height and half its width.
        double load = (subarray.Extent.Height * line * repeated.Rows / 2) + (subarray.Extent.Width * line * repeated.Columns / 2);
        Predecoders all = new();
        double ramp = all.AddRows(this, Log2(shape.Rows), load);
        all.AddMultiplexer(this, Log2(shape.SenseMux));
        all.AddMultiplexer(this, Log2(shape.OutputMux1));
        all.AddMultiplexer(this, Log2(shape.OutputMux2));
        int busy = active.Rows * active.Columns;
        return new Mat
        {
            Subarray = subarray,
            Subarrays = repeated,
            Active = active,
            Extent = Around(subarray.Extent.Height * repeated.Rows, subarray.Extent.Width * repeated.Columns, Math.Sqrt(all.Area)),
            Leakage = all.Leakage + (subarray.Leakage * repeated.Rows * repeated.Columns),
            PredecoderDelay = all.Delay,
            RowRamp = ramp,
            Energy = AccessEnergy.Always(all.Energy) + (subarray.Energy * busy),
            Timing = subarray.At(ramp),
        };
    }

    /// <summary>Extent with the predecoders, which lengthen the longer side by the side of a square of their area.</summary>
    private static Extent Around(double height, double width, double predecoders) =>
        width > height ? new Extent(height, width + predecoders) : new Extent(height + predecoders, width);

    private static int Log2(long value) => System.Numerics.BitOperations.Log2((ulong)value);

    private Predecoder Loaded(int bits, double load)
    {
        PredecoderFront? front = bits <= BitsOfOneBlock ? null : _fronts[bits] ??= new PredecoderFront(process, bits, !rules.Corrected);
        return Predecoder.Of(process, bits, front, load, rules.Corrected);
    }

    private Predecoder Unloaded(int bits)
    {
        if (!_unloaded.TryGetValue(bits, out Predecoder predecoder))
            _unloaded.Add(bits, predecoder = Loaded(bits, load: 0));
        return predecoder;
    }

    /// <summary>Sums over the predecoders of one mat.</summary>
    private struct Predecoders
    {
        public double Area { get; private set; }

        public double Delay { get; private set; }

        public double Leakage { get; private set; }

        public double Energy { get; private set; }

        /// <summary>Adds the two predecoders of the row address. Returns the slower slope of their outputs in 1/s.</summary>
        public double AddRows(MatFactory factory, int bits, double load)
        {
            int second = bits > BitsOfOneBlock ? bits / 2 : 0;
            Predecoder first = factory.Loaded(bits - second, load);
            Predecoder other = second == 0 ? Predecoder.None : second == bits - second ? first : factory.Loaded(second, load);
            Add(first);
            Add(other);
            // A row gate switches when the later of its two lines has risen: the flatter slope counts.
            return Math.Min(first.Ramp, other.Ramp);
        }

        /// <summary>
        /// Adds the two predecoders of a multiplexer's address. Their lines end at the centre of the mat and have no length.
        /// </summary>
        public void AddMultiplexer(MatFactory factory, int bits)
        {
            int second = bits > BitsOfOneBlock ? bits / 2 : 0;
            Add(factory.Unloaded(bits - second));
            Add(factory.Unloaded(second));
        }

        private void Add(Predecoder predecoder)
        {
            Area += predecoder.Extent.Area;
            Delay = Math.Max(Delay, predecoder.Delay);
            Leakage += predecoder.Leakage;
            Energy += predecoder.Energy;
        }
    }
}
