# Reads lines `id,horizon,v1,v2,…` and writes `id,seconds,mean…,lo80…,hi80…,lo95…,hi95…`, or `id,failed`.
suppressMessages(library(forecast))
input <- file("stdin", "r")
while (length(line <- readLines(input, n = 1)) > 0) {
  cells <- strsplit(line, ",", fixed = TRUE)[[1]]
  horizon <- as.integer(cells[2])
  history <- ts(as.numeric(cells[-(1:2)]), frequency = 7)
  started <- proc.time()
  result <- tryCatch(forecast(ets(history), h = horizon, level = c(80, 95)), error = function(e) NULL)
  spent <- proc.time() - started
  if (is.null(result)) {
    cat(cells[1], ",failed\n", sep = "")
  } else {
    days <- pmax(0, c(result$mean, result$lower[, 1], result$upper[, 1], result$lower[, 2], result$upper[, 2]))
    cat(paste(c(cells[1], sum(spent[1:2]), format(days, digits = 8, trim = TRUE, scientific = TRUE)), collapse = ","), "\n", sep = "")
  }
}
