using Memti.Arrays.Circuits;

namespace Memti.Arrays.Organisations;

/// <summary>A bank: equal mats in a grid with the wires to them.</summary>
/// <param name="Mat">The mat that the bank repeats.</param>
/// <param name="Grid">Number of mats and the wires to them.</param>
internal readonly record struct Bank(Mat Mat, BankGrid Grid)
{
    /// <summary>Height and width in m.</summary>
    public Extent Extent => new(Mat.Extent.Height * Grid.Rows, Mat.Extent.Width * Grid.Columns);

    /// <summary>The organisation of the bank, for reports.</summary>
    public Organisation Describe() => new()
    {
        MatRows = Grid.Rows,
        MatColumns = Grid.Columns,
        ActiveMatRows = Grid.ActiveRows,
        ActiveMatColumns = Grid.ActiveColumns,
        SubarrayRows = Mat.Subarrays.Rows,
        SubarrayColumns = Mat.Subarrays.Columns,
        ActiveSubarrayRows = Mat.Active.Rows,
        ActiveSubarrayColumns = Mat.Active.Columns,
        SenseMux = Mat.Subarray.Shape.SenseMux,
        OutputMux1 = Mat.Subarray.Shape.OutputMux1,
        OutputMux2 = Mat.Subarray.Shape.OutputMux2,
        Driver = Mat.Subarray.Shape.Driver,
    };
}
