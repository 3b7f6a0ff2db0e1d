namespace Dari.Benchmarks.Growth;

/// <summary>How a cost grows with size: the exponent of the power law that fits best (least squares over logarithms).</summary>
internal static class Line
{
    /// <returns>1 for linear, 2 for quadratic.</returns>
    public static double Exponent(IReadOnlyList<(double Size, double Cost)> points)
    {
        double[] x = [.. points.Select(point => Math.Log(point.Size))];
        double[] y = [.. points.Select(point => Math.Log(point.Cost))];
        double meanX = x.Average();
        double meanY = y.Average();
        return x.Zip(y, (a, b) => (a - meanX) * (b - meanY)).Sum() / x.Sum(a => (a - meanX) * (a - meanX));
    }
}
