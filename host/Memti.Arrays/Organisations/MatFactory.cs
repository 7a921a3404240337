using Memti.Arrays.Circuits;
using Memti.Arrays.Profiles;
using Memti.Arrays.Technology;

namespace Memti.Arrays.Organisations;

/// <summary>Makes mats; sub-arrays and predecoder fronts that many mats share are made once.</summary>
internal sealed class MatFactory(Process process, ProfileRules rules, SubarrayFactory subarrays)
{
    private const int BitsOfOneBlock = 3;
    private const int MostFrontBits = 18;

    private readonly Dictionary<SubarrayShape, (Subarray? Subarray, Rejection Rejection)> _subarrays = [];
    private readonly PredecoderFront?[] _fronts = new PredecoderFront?[MostFrontBits + 1];
    private readonly Dictionary<int, Predecoder> _unloaded = [];

    /// <summary>The mat of a sub-array shape, or why there is none.</summary>
    /// <param name="recipe">The sub-array and how often it stands in the mat.</param>
    /// <param name="mat">The mat.</param>
    /// <param name="rejection">Why there is none.</param>
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

    /// <summary>Predecoders lengthen the longer side.</summary>
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

    /// <summary>The predecoders of one mat as they add up.</summary>
    private struct Predecoders
    {
        public double Area { get; private set; }

        public double Delay { get; private set; }

        public double Leakage { get; private set; }

        public double Energy { get; private set; }

        /// <summary>The two halves of the row address; gives the slower slope of their outputs.</summary>
        public double AddRows(MatFactory factory, int bits, double load)
        {
            int second = bits > BitsOfOneBlock ? bits / 2 : 0;
            Predecoder first = factory.Loaded(bits - second, load);
            Predecoder other = second == 0 ? Predecoder.None : second == bits - second ? first : factory.Loaded(second, load);
            Add(first);
            Add(other);
            return Math.Min(first.Ramp, other.Ramp);
        }

        /// <summary>The two halves of a multiplexer's address; their lines end at the centre of the mat.</summary>
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
