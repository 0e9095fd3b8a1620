"""What is laid over the map: findings, load, a what-if, a route; each as marks on subjects and links between them."""
